declare module 'mapshaper' {
  const mapshaper: {
    /** Runs commands over named inputs and gives the named outputs. */
    applyCommands(
      commands: string,
      inputs: Record<string, string | Uint8Array | object>,
    ): Promise<Record<string, Uint8Array | string>>;
  };
  export default mapshaper;
}
