export { freePort } from './free-port.ts';
export { type PostgresServer, postgres } from './postgres.ts';
export { type RedisServer, redis } from './redis.ts';
export { type S3Server, s3 } from './s3.ts';
