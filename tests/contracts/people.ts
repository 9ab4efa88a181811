import type { Me } from '../../src/model/index.ts';

export const LAN: Me = { id: 'lan', name: 'Lan', role: 'reviewer', local: false };
export const MINH: Me = { id: 'minh', name: 'Minh', role: 'reviewer', local: false };
export const HOA: Me = { id: 'hoa', name: 'Hoa', role: 'approver', local: false };
export const QUAN: Me = { id: 'quan', name: 'Quân', role: 'administrator', local: false };
