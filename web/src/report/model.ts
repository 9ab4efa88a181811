import type { Section } from '../../../src/model/index.ts';

/** "Hộ nghèo" and "ho ngheo" find each other. */
export const plain = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** A section's id and those of all sections below it. */
export function familyOf(sections: readonly Section[], id: string): Set<string> {
  const family = new Set([id]);
  // Parents stand before their children.
  for (const section of sections) if (section.parent && family.has(section.parent)) family.add(section.id);
  return family;
}

export const sectionName = ({ number, heading }: Section): string =>
  [number && `${number}.`, heading].filter(Boolean).join(' ');
