/**
 * Under the page's policy (`require-trusted-types-for 'script'`) an address may become a script or a worker only
 * through this one gate: it lets nothing pass but the app's own files. There is no gate for HTML or script text.
 */
export function guardScripts(): void {
  const factory = globalThis.trustedTypes;
  factory?.createPolicy('default', {
    createScriptURL: (address) => {
      if (new URL(address, document.baseURI).origin === location.origin) return address;
      throw new TypeError('Only the app’s own scripts may run.');
    }
  });
}

/** The few words of the Trusted Types API that are used here; TypeScript does not know them yet. */
interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown;
}

declare global {
  var trustedTypes: TrustedTypePolicies | undefined;
}
