/** What processes use, told by proc(5). */
import { readdirSync, readFileSync } from 'node:fs';

type Process = { parent: number; seconds: number; name: string };

const read = (pid: string | number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
};

const all = (): Map<number, Process> => {
  const found = new Map<number, Process>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(name, 'stat');
    const end = stat.lastIndexOf(')');
    if (end < 0) continue;
    const fields = stat
      .slice(end + 2)
      .split(' ')
      .map(Number);
    // utime, stime, and those of children that have ended.
    const [user, system, oldUser, oldSystem] = fields.slice(11, 15) as [number, number, number, number];
    const seconds = (user + system + oldUser + oldSystem) / 100;
    found.set(Number(name), { parent: fields[1] as number, seconds, name: stat.slice(stat.indexOf('(') + 1, end) });
  }
  return found;
};

/** Processes by the roles of the processes they come from, `roots`; each process counts once, with its nearest root. */
const byRole = (roots: Readonly<Record<string, number>>): Map<string, [number, Process][]> => {
  const processes = all();
  const roles = new Map(Object.entries(roots).map(([role, pid]) => [pid, role]));
  const found = new Map<string, [number, Process][]>(Object.keys(roots).map((role) => [role, []]));
  for (const [pid, process] of processes) {
    for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) {
      const role = roles.get(at);
      if (role === undefined) continue;
      found.get(role)?.push([pid, process]);
      break;
    }
  }
  return found;
};

/** Processor time in seconds, by role, of its processes and those that have ended and been waited for. */
export const processorTime = (roots: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    [...byRole(roots)].map(([role, some]) => [role, some.reduce((sum, [, { seconds }]) => sum + seconds, 0)]),
  );

/** Resident memory of one process, in megabytes. */
export const residentMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(read(pid, 'status'))?.[1] ?? 0) / 1024;

/** The process that serves a port of this machine is the parent of its connections: PostgreSQL's postmaster.pid names it. */
export const postmaster = (folder: string): number =>
  Number(readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[0]);
