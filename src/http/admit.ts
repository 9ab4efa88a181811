import type { Request, RequestHandler } from 'express';
import type { Accounts, Caller } from '../app/index.ts';
import { type Me, mayAs, ROLE_NAMES } from '../model/index.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';

/** Whom routes that are open to everyone see. */
export const NOBODY: Me = { id: '', name: '', role: 'uploader', local: false };

export const callerOf = (request: Request): Caller => ({
  cookie: request.get('cookie'),
  secure: request.secure,
  address: request.ip ?? '',
  agent: request.get('user-agent')?.slice(0, 300),
});

/** Lets through who may call the route, before anything of the body is read; the handler finds them in `locals.me`. */
export const admit =
  (route: Route, accounts: Accounts): RequestHandler =>
  async (request, response, next) => {
    response.locals.route = route.path;
    // Answers are of one person; no cache between may give them to another.
    response.set('Cache-Control', 'private, no-cache');
    const { me, cookies } = await accounts.whoAsks(callerOf(request));
    if (cookies.length > 0) response.append('Set-Cookie', cookies);
    if (!me) throw new Problem('sign_in_required');
    if (me.passwordDue && !route.beforeOwnPassword) throw new Problem('password_due');
    const needed = route.role ?? 'uploader';
    if (!mayAs(me.role, needed)) {
      throw new Problem('role_missing', {
        params: { needed: ROLE_NAMES[needed], role: ROLE_NAMES[me.role] },
        extra: { needed, role: me.role },
      });
    }
    response.locals.me = me;
    next();
  };
