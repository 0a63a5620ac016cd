import type { Plugin } from 'vite';

/** What a person sees before anybody is signed in; what these need follows. */
const FIRST_SCREEN =
  /src\/(?:routes\/(?:\+layout|set-up\/\+page|sign-in\/\+page)|lib\/ui\/(?:access\/SetUpFacts|person\/PasswordStrength|sample\/ExploreSample|pwa\/UpdateNotice))\.svelte$|src\/lib\/domain\/settings\.ts$/;

/**
 * Puts all that the first screen runs into one file: some forty small ones, as they are shared with other pages, are a
 * tenth larger when each is compressed for itself, and each is a request.
 */
export const firstScreen: Plugin = {
  name: 'first-screen',
  config: (_, { isSsrBuild }) =>
    isSsrBuild
      ? {}
      : {
          build: {
            rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first-screen', test: FIRST_SCREEN }] } } }
          }
        }
};
