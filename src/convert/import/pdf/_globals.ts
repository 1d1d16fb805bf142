/*
 * The library asks for three of a browser's classes while it is loaded, for drawing, and Node has none of them. Nothing is ever drawn here, so
 * that a name is enough. Must be imported before the library.
 */
const nothing = class {};

for (const name of ['DOMMatrix', 'ImageData', 'Path2D'] as const) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: nothing, configurable: true, writable: true });
}
