interface NamedBytes {
  readonly name: string;
  readonly bytes: Blob;
}

/** The browser reads the address after the click returns; a minute is far more than it needs. */
const ADDRESS_LIFETIME = 60_000;

export function downloadFile(file: NamedBytes): void {
  const address = URL.createObjectURL(file.bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFETIME);
}
