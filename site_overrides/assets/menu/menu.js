// @ts-check
// The browser opens and shuts the menu. This shuts it too when focus goes on to what it covers.

const menu = document.getElementById("menu");

/** @param {EventTarget | null} focus   where it is now */
const follow = (focus) => {
  if (focus instanceof Node && !menu?.contains(focus)) menu?.hidePopover?.();
};

menu?.addEventListener("focusout", ({ relatedTarget }) => follow(relatedTarget));
// Whoever opened the menu before this script had arrived may be past it by now.
const at = document.activeElement;
if (at !== document.body && !at?.matches("[popovertarget]")) follow(at);
