declare module '*.css' {
  const text: string;
  export default text;
}

declare module 'lucide/dist/esm/icons/*.mjs' {
  const icon: readonly (readonly [string, Readonly<Record<string, string | number>>])[];
  export default icon;
}
