import type { Figure, ReviewLayer, Span } from '../../../../src/model/index.ts';
import type { Field } from '../form.tsx';
import type { Draft } from './draft.ts';

/** The form as it stands open: of a figure, or of marked text with what the extractor made of it. */
export interface OpenForm {
  figure: string | null;
  span: Span | null;
  inferred?: Partial<Figure>;
  draft: Draft;
  reason: string;
  start: Field;
}

const place = (document: string, layer: ReviewLayer) => `ansinh.draft/${document}/${layer}`;

/** What is being typed outlives the window: it is kept with every letter and forgotten when the form is left. */
export function keepDraft(
  storage: Pick<Storage, 'setItem'>,
  document: string,
  layer: ReviewLayer,
  form: OpenForm,
): void {
  try {
    storage.setItem(place(document, layer), JSON.stringify(form));
  } catch {
    // A full or forbidden storage: the form is still on the page.
  }
}

export const forgetDraft = (storage: Pick<Storage, 'removeItem'>, document: string, layer: ReviewLayer): void =>
  storage.removeItem(place(document, layer));

export function loadDraft(storage: Pick<Storage, 'getItem'>, document: string, layer: ReviewLayer): OpenForm | null {
  try {
    const kept = JSON.parse(storage.getItem(place(document, layer)) ?? 'null') as OpenForm | null;
    const { value, subjects, partOf } = kept?.draft ?? {};
    return typeof value === 'string' && Array.isArray(subjects) && partOf !== undefined ? kept : null;
  } catch {
    return null;
  }
}
