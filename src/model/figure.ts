import { z } from 'zod';
import { Comparator, Indicator, Kind, Role, Subject, Topic, Unit } from './codes.ts';
import { Place } from './place.ts';
import { Box, Period, Span } from './span.ts';

/** Fields whose value the words of the statement do not give: they are taken from its context. */
export const Implied = z.enum(['period', 'place', 'subjects', 'topic', 'unit', 'indicator', 'role', 'comparator']);
export type Implied = z.infer<typeof Implied>;

/** One number of the report and everything it says; `spec/figures.md` defines each field. */
export const Figure = z
  .object({
    id: z.string(),
    span: Span,
    boxes: z.array(Box),
    kind: Kind,
    value: z.number(),
    unit: Unit,
    /** The counted noun in the report's own words. */
    unitText: z.string(),
    per: z.array(z.string()),
    comparator: Comparator,
    role: Role,
    indicator: Indicator.nullable(),
    subjects: z.array(Subject),
    topic: Topic,
    purpose: Topic.nullable(),
    period: Period.nullable(),
    place: Place.nullable(),
    partOf: z.string().nullable(),
    section: z.string().nullable(),
    label: z.string(),
    confidence: z.number().min(0).max(1),
    rule: z.string(),
    implied: z.array(Implied),
    cell: z.object({ table: z.string(), row: z.int().min(0), column: z.int().min(0) }).nullable(),
  })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;
