import fc from 'fast-check';
import { TrieRouter } from 'hono/router/trie-router';
import { expect, test } from 'vitest';
import { KeptRoutes } from '../../server/http/kept-routes.ts';

const routes = ['/api/*', '/api/places/:code', '/api/places/choices', '/api/places/:code/form', '/*'];
const word = fc.constantFrom('api', 'places', 'choices', 'form', '1', '2', '%2F');

test('an address is answered by the same routes, asked for the first time or again', () => {
  const [kept, walked] = [new KeptRoutes<string>(), new TrieRouter<string>()];
  for (const router of [kept, walked])
    for (const method of ['GET', 'PUT']) for (const path of routes) router.add(method, path, `${method} ${path}`);
  fc.assert(
    fc.property(fc.constantFrom('GET', 'PUT', 'POST'), fc.array(word, { maxLength: 5 }), (method, words) => {
      const path = `/${words.join('/')}`;
      const found = JSON.stringify(walked.match(method, path));
      expect(JSON.stringify(kept.match(method, path))).toBe(found);
      expect(JSON.stringify(kept.match(method, path))).toBe(found);
    }),
  );
});

test('however many addresses are asked for, each has its own parameters', () => {
  const kept = new KeptRoutes<string>();
  kept.add('GET', '/places/:code', 'place');
  for (let round = 0; round < 2; round++)
    for (let code = 0; code < 3000; code++)
      expect(kept.match('GET', `/places/${code}`)[0]).toEqual([['place', { code: String(code) }]]);
});
