// @ts-check
// The browser opens and shuts the menu. This shuts it too when focus goes on to what it covers.

const menu = document.getElementById("menu");

menu?.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.hidePopover?.();
});
