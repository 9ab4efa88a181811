import { z } from 'zod';

const GoldPeriod = z.tuple([z.string(), z.string()]);

/** A figure as two annotators and an adjudicator wrote it down; offsets count the code points of the text. */
export const GoldFigure = z.object({
  id: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  literal: z.string(),
  kind: z.string(),
  value: z.number(),
  unit: z.string(),
  comparator: z.string(),
  role: z.string(),
  indicator: z.string().nullable(),
  subjects: z.array(z.string()),
  topic: z.string(),
  purpose: z.string().nullable(),
  period: GoldPeriod.nullable(),
  place: z.string().nullable(),
  partOf: z.string().nullable(),
});
export type GoldFigure = z.infer<typeof GoldFigure>;

export const GoldSection = z.object({
  number: z.string().nullish(),
  heading: z.string().nullish(),
  level: z.int(),
});
export type GoldSection = z.infer<typeof GoldSection>;

/** The reference annotations of one document, as they stand in NAME.gold.json. */
export const Gold = z.object({
  text_file: z.string(),
  doc: z.object({ sections: z.array(GoldSection).nullish() }),
  figures: z.array(GoldFigure),
});
export type Gold = z.infer<typeof Gold>;
