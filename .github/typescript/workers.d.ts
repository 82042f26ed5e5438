// What the build fills in.
declare const __FILES__: Record<string, string>;
declare const __LATER__: string[];
