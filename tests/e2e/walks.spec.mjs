// Every lesson from its first step to its last, by doing what it asks.
import { walk } from './walk.mjs';
import { claims } from './walks/claims.mjs';
import { edit } from './walks/edit.mjs';
import { encoded } from './walks/encoded.mjs';
import { hmac } from './walks/hmac.mjs';
import { jwks } from './walks/jwks.mjs';
import { keys } from './walks/keys.mjs';
import { parts } from './walks/parts.mjs';
import { time } from './walks/time.mjs';

for (const lesson of [parts, encoded, edit, hmac, keys, jwks, time, claims]) walk(lesson);
