// Node has it, its types do not: just what the schema engine needs.
declare namespace WebAssembly {
  type ImportValue = unknown
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, ImportValue>>,
  ): Promise<{ readonly instance: { readonly exports: object } }>
}
