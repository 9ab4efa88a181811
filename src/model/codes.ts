import { z } from 'zod';
import catalogue from './catalogue.json' with { type: 'json' };

type Codes<T> = [keyof T & string, ...(keyof T & string)[]];
const codes = <T extends object>(table: T) => z.enum(Object.keys(table) as Codes<T>);

export const Kind = codes(catalogue.kinds);
export const Comparator = codes(catalogue.comparators);
export const Role = codes(catalogue.roles);
export const Unit = codes(catalogue.units);
export const Topic = codes(catalogue.topics);
export const Subject = codes(catalogue.subjects);
export const Indicator = codes(catalogue.indicators);

export type Kind = z.infer<typeof Kind>;
export type Comparator = z.infer<typeof Comparator>;
export type Role = z.infer<typeof Role>;
export type Unit = z.infer<typeof Unit>;
export type Topic = z.infer<typeof Topic>;
export type Subject = z.infer<typeof Subject>;
export type Indicator = z.infer<typeof Indicator>;
