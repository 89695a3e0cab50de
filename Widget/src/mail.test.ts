import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, Reply } from './contracts';
import type { Desk, MailForm } from './desk';
import { ahead, knownAddress, parse, resume, wish, withdraw } from './mail';
import { acknowledged, begin, refused, write, type Session } from './outbox';
import type { Timeline } from './timeline';

const introduced = (email: string, by: Entry['by'] = 'visitor'): Entry => ({ seq: 1, kind: 'introduced', by, detail: { email }, at: 0 });
const timeline = (mailTo: string | undefined, ...entries: Entry[]) => ({ id: 1, mailTo, entries }) as unknown as Timeline;

test('The address is the one that answers go to, else the last that the customer gave, else what was typed before', () => {
  assert.equal(knownAddress(timeline('now@x.example', introduced('old@x.example')), {}), 'now@x.example');
  assert.equal(knownAddress(timeline(undefined, introduced('first@x.example'), introduced('second@x.example')), { email: 'typed@x.example' }), 'second@x.example');
  assert.equal(knownAddress(timeline(undefined, introduced('agent@x.example', 'agent')), { email: 'typed@x.example' }), 'typed@x.example');
  assert.equal(knownAddress(timeline(undefined), {}), '');
});

test('What is stored and no wish is none', () => {
  assert.deepEqual(parse('{"conversation":7,"email":"a@b.example"}'), { conversation: 7, email: 'a@b.example' });
  for (const no of [null, '', 'x', '{}', '{"conversation":"7","email":"a@b.example"}', '{"conversation":7}', 'null']) assert.equal(parse(no), undefined);
});

test('Only what can still go to this conversation is ahead', () => {
  const one = write(begin(5, 1), { body: 'a' }, 0);
  assert.ok(ahead([one], 1));
  assert.ok(!ahead([one], 2));
  assert.ok(!ahead([acknowledged(one, 1)], 1));
  assert.ok(!ahead([refused(one, 1, 'too-long')], 1));
});

/** A browser's store, and a hub that is asked until it answers for good. */
function browser(answers: Reply<unknown>[]) {
  const kept = new Map<string, string>();
  const sessions = { value: [] as Session[] };
  const asked: unknown[] = [];
  const mail: { value: MailForm | undefined } = { value: undefined };
  let settled = Promise.resolve();
  const desk = {
    store: { get: (n: string) => kept.get(n) ?? null, set: (n: string, v: string) => kept.set(n, v), remove: (n: string) => kept.delete(n) },
    mail, post: { sessions },
    line: { call: async (_: string, what: unknown) => { asked.push(what); return answers.shift() ?? { value: {} }; } },
    ask(call: () => Promise<Reply<unknown>>) {
      const answer = (async () => {
        for (;;) {
          const { refusal } = await call();
          if (refusal?.retryAfterMs === undefined) return refusal?.code;
          sessions.value = []; // What was ahead has gone meanwhile.
          await Promise.resolve();
        }
      })();
      settled = answer.then(() => {});
      return answer;
    },
  } as unknown as Desk;
  return { desk, kept, sessions, asked, mail, done: () => settled.then(() => {}) };
}

test('A wish is kept until it is granted, goes after what was written before, and takes the typed address with it', async () => {
  const { desk, kept, sessions, asked, mail, done } = browser([]);
  kept.set('draft.mail', 'a@b.example');
  sessions.value = [write(begin(5, 1), { body: 'before' }, 0)];
  wish(desk, 1, 'a@b.example');
  assert.deepEqual([mail.value, asked, kept.get('out.mail')], [{ sending: true }, [], '{"conversation":1,"email":"a@b.example"}']);
  await done();
  assert.deepEqual(asked, [{ conversation: 1, email: 'a@b.example' }]);
  assert.deepEqual([mail.value, kept.size], [undefined, 0]);
});

test('A refused wish is told, and what was typed stays', async () => {
  const { desk, kept, mail, done } = browser([{ refusal: { code: 'no-mail' } }]);
  kept.set('draft.mail', 'a@b.example');
  wish(desk, 1, 'a@b.example');
  await done();
  assert.deepEqual([mail.value, [...kept]], [{ refused: 'no-mail' }, [['draft.mail', 'a@b.example']]]);
});

test('An earlier page’s wish goes on, and a withdrawn one is asked no more', async () => {
  const { desk, kept, sessions, asked, mail, done } = browser([]);
  kept.set('out.mail', '{"conversation":1,"email":"a@b.example"}');
  sessions.value = [write(begin(5, 1), { body: 'before' }, 0)];
  resume(desk);
  assert.deepEqual(mail.value, { sending: true });
  withdraw(desk);
  await done();
  assert.deepEqual([asked, mail.value, kept.size], [[], undefined, 0]);
});
