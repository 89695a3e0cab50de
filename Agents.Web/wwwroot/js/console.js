export * from './storage.js';
export * from './composer.js';
export * from './timeline.js';
export * from './keys.js';
export * from './notices.js';
export * from './page.js';
export * from './settings.js';
export * from './report.js';
