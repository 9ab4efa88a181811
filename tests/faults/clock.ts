/**
 * Preloaded into a process of the service: its calendar clock is off by the milliseconds in the file CLOCK_FILE names, read
 * again ten times a second. Its monotonic clock, and with it its timers, go on as in a machine whose time is set.
 */
import { readFileSync } from 'node:fs';

const real = Date;
let offset = 0;
const look = () => {
  try {
    offset = Number(readFileSync(process.env.CLOCK_FILE as string, 'utf8')) || 0;
  } catch {
    offset = 0;
  }
};
look();
setInterval(look, 100).unref();

globalThis.Date = new Proxy(real, {
  construct: (target, args, shown) =>
    Reflect.construct(target, args.length === 0 ? [real.now() + offset] : args, shown),
  get: (target, name, receiver) => (name === 'now' ? () => real.now() + offset : Reflect.get(target, name, receiver)),
});
