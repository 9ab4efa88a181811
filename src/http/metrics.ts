import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  /** One answered request; `seconds` from its first byte to its last. */
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  /** One file of an upload: its size is not known when it was refused. */
  upload(outcome: 'new' | 'duplicate' | 'refused'): void;
}

/** Prometheus metrics in a registry of their own, so that two servers in one process do not collide. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'ansinh_' });
  const requests = new Histogram({
    name: 'ansinh_http_request_duration_seconds',
    help: 'Time to answer an HTTP request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers: [registry],
  });
  const uploads = new Counter({
    name: 'ansinh_uploaded_files_total',
    help: 'Files received, by what became of them.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    registry,
    request: (labels, seconds) => requests.observe({ ...labels, status: String(labels.status) }, seconds),
    upload: (outcome) => uploads.inc({ outcome }),
  };
};
