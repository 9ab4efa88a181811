/** Imported before all else, so that an older Node says this and not the first piece of syntax it does not know. */
if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `ansinh runs on Node 24, which it brings along; this is ${process.version}. Run your script by "npx node SCRIPT" or node_modules/.bin/node.`,
  );
}
