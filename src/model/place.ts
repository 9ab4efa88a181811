import { z } from 'zod';

export const PlaceLevel = z.enum(['country', 'province', 'district', 'commune', 'village']);
export type PlaceLevel = z.infer<typeof PlaceLevel>;

/** A unit with its official code (General Statistics Office), null where none is known. */
export const NamedUnit = z.object({ name: z.string(), code: z.string().nullable() });

/** An administrative unit as a report names it, and the unit it belongs to since July 2025. */
export const Place = z
  .object({
    name: z.string(),
    level: PlaceLevel,
    code: z.string().nullable(),
    province: NamedUnit.nullable(),
    current: NamedUnit.nullable(),
    /** Where the name may mean several units and nothing settles which: each with the units around it, and its code. */
    candidates: z.array(NamedUnit).optional(),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;
