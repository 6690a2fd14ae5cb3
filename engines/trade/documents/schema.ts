/** Where the XML Schema of all twelve messages lies. The engine does not read it; whoever validates does. */
export const schemaFile: URL = new URL('./schema/ceb.xsd', import.meta.url)
