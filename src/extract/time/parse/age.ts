import { DASH, words } from '../pattern.ts';
import type { Parser } from '../types.ts';

const AGE = '[0-9]{1,3}';
const TO = `(?:(?: tuổi| tháng| tháng tuổi)?(?:${DASH}| đến | tới | đến dưới | và | hoặc |_,_))`;

/** "80 tuổi", "từ 60 tuổi trở lên", "15-60 tuổi", "6-36 tháng tuổi", "từ đủ 75 đến dưới 80 tuổi". */
export const age: Parser = {
  name: 'age',
  pattern: words(`(?:${AGE}${TO}(?:đủ )?){0,4}(?:đủ )?${AGE} (?:tháng )?tuổi(?: (?:trở lên|trở xuống|đời))?`),
  read: () => ({ kind: 'age' }),
};

/** "độ tuổi (từ) 18 - 35", "tuổi từ 15 đến 60". */
export const ageGroup: Parser = {
  name: 'age-group',
  pattern: words(`(?:độ |nhóm |lứa )?tuổi(?: lao động)?(?: từ)? ${AGE}(?:${DASH}| đến )${AGE}(?: tuổi)?`),
  read: () => ({ kind: 'age' }),
};
