import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import * as model from '../model/index.ts';
import { LANGUAGES } from './language.ts';
import { kindOf, type ProblemCode } from './problem.ts';
import type { DeclaredAnswer, Route } from './route.ts';

type Answers = RouteConfig['responses'];

const Text = z.string();
const Bytes = z.string().meta({ format: 'binary' });

const typesOf = ({ schema, types }: DeclaredAnswer): string[] => types ?? (schema ? ['application/json'] : []);

const headersOf = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]),
  );

const answerOf = (answer: DeclaredAnswer): Answers[string] => ({
  description: answer.description,
  ...(answer.headers && { headers: headersOf(answer.headers) }),
  ...(typesOf(answer).length > 0 && {
    content: Object.fromEntries(
      typesOf(answer).map((type) => [
        type.split(';')[0],
        { schema: answer.schema ?? (type.startsWith('text/') ? Text : Bytes) },
      ]),
    ),
  }),
});

/** Codes of one status share an answer: OpenAPI has one for each status. */
const problemsOf = (codes: readonly ProblemCode[]): Answers => {
  const byStatus = Map.groupBy(codes, (code) => kindOf(code).status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: same.map((code) => `\`${code}\`: ${kindOf(code).title.en}`).join('\n\n'),
        content: { 'application/problem+json': { schema: model.ProblemDetails } },
      },
    ]),
  );
};

/** What every route of this kind may answer beside what it declares itself. */
export const problemCodesOf = (route: Route): ProblemCode[] => [
  ...(route.params || route.query || route.body ? (['invalid_request'] as const) : []),
  ...(route.method === 'get' || route.method === 'head' ? [] : (['cross_site'] as const)),
  'not_acceptable',
  ...(route.open ? [] : (['sign_in_required'] as const)),
  ...(route.open || route.beforeOwnPassword ? [] : (['password_due'] as const)),
  ...(route.role ? (['role_missing'] as const) : []),
  ...(route.problems ?? []),
  'internal',
];

const Lang = z.object({
  lang: z.enum(LANGUAGES).optional().meta({ description: 'Language of sentences; else Accept-Language, else vi.' }),
});

const bodyOf = ({ body, multipart }: Route) => {
  if (multipart) return { body: { required: true, content: { 'multipart/form-data': { schema: multipart } } } };
  return body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {};
};

const configOf = (route: Route): RouteConfig => ({
  operationId: route.id,
  method: route.method,
  path: route.path,
  tags: [route.tag],
  summary: route.summary,
  ...(route.role && { description: `Needs the role \`${route.role}\`, or one above it.` }),
  security: route.open ? [] : [{ session: [] }],
  request: {
    ...(route.params && { params: route.params }),
    query: route.query ? route.query.extend(Lang.shape) : Lang,
    ...(route.requestHeaders && {
      headers: z.object(
        Object.fromEntries(
          Object.entries(route.requestHeaders).map(([name, description]) => [
            name,
            z.string().optional().meta({ description }),
          ]),
        ),
      ),
    }),
    ...bodyOf(route),
  },
  responses: {
    ...problemsOf(problemCodesOf(route)),
    ...Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, answerOf(answer)])),
  },
});

/** Named schemas go in first: one first met under `.nullable()` would be written down as nullable everywhere. */
const named = Object.values<unknown>(model).filter(
  (value): value is z.ZodType => value instanceof z.ZodType && value.meta()?.id !== undefined,
);

/** The OpenAPI 3.1 document of `routes`. */
export const openApiDocument = (routes: readonly Route[], version: string): object => {
  const registry = new OpenAPIRegistry();
  for (const route of routes) registry.registerPath(configOf(route));
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'ansinh.session_token',
    description:
      'Given by signIn; over TLS its name begins with `__Secure-`. Nobody needs one while there is no account.',
  });
  const schemas = named.map((schema) => ({ type: 'schema' as const, schema }));
  return new OpenApiGeneratorV31([...schemas, ...registry.definitions], {
    sortComponents: 'alphabetically',
  }).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'ansinh',
      version,
      description:
        'Turns Vietnamese social-welfare reports into data. Errors are RFC 9457 problem details with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'documents', description: 'Reports and their records' },
      { name: 'figures', description: 'Figures: search, series, export' },
      { name: 'review', description: 'The reviewer’s desk: decisions, claims, agreement' },
      { name: 'batches', description: 'Many reports at once' },
      { name: 'accounts', description: 'Who may what; signing in and out' },
      { name: 'service', description: 'Health, metrics, schemas' },
    ],
  });
};
