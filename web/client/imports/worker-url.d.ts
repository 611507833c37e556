/** The address of a module that Vite bundles as a worker of its own. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
