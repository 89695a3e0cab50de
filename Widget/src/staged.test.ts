import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { kept, restored, type Staged } from './staged';

const file = {} as File;
const attachment = { id: 7, name: 'there.pdf', type: 'application/pdf', size: 3 };
const staged: readonly Staged[] = [
  { id: 1, name: 'there.pdf', size: 3, file, progress: 1, attachment },
  { id: 2, name: 'under way.pdf', size: 4, file, progress: 0.5, due: true },
  { id: 3, name: 'huge.iso', size: 5, file, progress: 0, problem: 'fileTooLarge' },
];

test('after a reload an uploaded file is still there, and one under way is said not to have been sent', () => {
  deepEqual(restored(kept(staged)).map(s => [s.name, s.attachment?.id, s.problem]), [
    ['there.pdf', 7, undefined],
    ['under way.pdf', undefined, 'fileLost'],
  ]);
});

test('what was said once is not said by the page after', () => {
  deepEqual(restored(kept(restored(kept(staged)))).map(s => s.name), ['there.pdf']);
});

test('nothing, or what cannot be read, is no file', () => {
  deepEqual([restored(null), restored('{')], [[], []]);
});
