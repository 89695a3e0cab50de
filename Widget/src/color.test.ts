import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, inkOn, standOut } from './color';

const colors = ['#0f6b5c', '#ffffff', '#000000', '#ffdd00', '#ff0000', '#777777', '#1a73e8', '#00ffcc', '#808000', '#757575', '#767676'];

test('Text on any brand colour is readable', () => {
  for (const c of colors) assert.ok(contrast(c, inkOn(c)) >= 4.5, c);
});

test('Any brand colour can be told from white and from dark, and the text on it read', () => {
  for (const c of colors)
    for (const [behind, least] of [['#ffffff', 3], ['#ffffff', 4.6], ['#181b21', 7]] as const) {
      const shown = standOut(c, behind, least);
      assert.ok(contrast(shown, behind) >= least, `${c} on ${behind}`);
      assert.ok(contrast(shown, inkOn(shown)) >= 4.5, `${c} on ${behind}`);
    }
});

test('A colour that stands out already is not touched', () => {
  assert.equal(standOut('#0f6b5c', '#ffffff', 4.6), '#0f6b5c');
});

test('What is no colour is ours', () => {
  assert.equal(inkOn('red; background: url(x)'), '#ffffff');
});
