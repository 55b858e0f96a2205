import fc from 'fast-check';

// Property tests try the same cases on every run, so that what is red is what was changed; STOA_SEED tries others:
// `random` new ones each time, a number those of a run that failed.
const asked = process.env.STOA_SEED ?? '2026';
fc.configureGlobal({ seed: asked === 'random' ? Date.now() % 2 ** 31 : Number(asked) });
