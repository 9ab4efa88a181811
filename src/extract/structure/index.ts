export { furniture, furnitureRule, visibleLines } from './furniture.ts';
export { type Line, linesOf } from './lines.ts';
export { type Opening, openingOf } from './opening.ts';
export { sections } from './sections.ts';
