import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseNotes, withRelease } from '../../scripts/changelog.js';

const BEFORE = '# Changelog\n\nWords.\n\n## Unreleased\n\n### Added\n\n- New.\n\n## 0.1.0 - 2026-01-02\n\n- Old.\n';

test('a release dates what is unreleased and leaves an empty section for what comes', () => {
  const after = withRelease(BEFORE, '0.2.0', '2026-03-04');
  assert.equal(after, '# Changelog\n\nWords.\n\n## Unreleased\n\n## 0.2.0 - 2026-03-04\n\n### Added\n\n- New.\n\n## 0.1.0 - 2026-01-02\n\n- Old.\n');
  assert.equal(releaseNotes(after, '0.2.0'), '### Added\n\n- New.\n');
  assert.equal(releaseNotes(after, '0.1.0'), '- Old.\n');
});

test('nothing is released twice, and nothing without an entry', () => {
  const after = withRelease(BEFORE, '0.2.0', '2026-03-04');
  assert.throws(() => withRelease(after, '0.3.0', '2026-03-05'), /nothing that is unreleased/);
  assert.throws(() => withRelease(BEFORE, '0.1.0', '2026-03-05'), /a section for 0\.1\.0 already/);
  assert.throws(() => withRelease('# Changelog\n', '0.1.0', '2026-03-05'), /no section/);
  assert.throws(() => releaseNotes(BEFORE, '9.9.9'), /no section for 9\.9\.9/);
});
