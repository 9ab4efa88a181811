import { z } from 'zod';
import catalogue from './catalogue.json' with { type: 'json' };

type Codes<T> = [keyof T & string, ...(keyof T & string)[]];
const codes = <T extends object>(id: string, table: T) => z.enum(Object.keys(table) as Codes<T>).meta({ id });

export const Kind = codes('Kind', catalogue.kinds);
export const Comparator = codes('Comparator', catalogue.comparators);
export const Role = codes('Role', catalogue.roles);
export const Unit = codes('Unit', catalogue.units);
export const Topic = codes('Topic', catalogue.topics);
export const Subject = codes('Subject', catalogue.subjects);
export const Indicator = codes('Indicator', catalogue.indicators);

export type Kind = z.infer<typeof Kind>;
export type Comparator = z.infer<typeof Comparator>;
export type Role = z.infer<typeof Role>;
export type Unit = z.infer<typeof Unit>;
export type Topic = z.infer<typeof Topic>;
export type Subject = z.infer<typeof Subject>;
export type Indicator = z.infer<typeof Indicator>;
