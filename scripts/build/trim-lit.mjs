/** Leaves out of Lit what no page of ours can use: see lit-pieces.mjs. */
import { LIT_PIECES } from './lit-pieces.mjs';

/**
 * @param {string} module its path below node_modules
 * @param {string} code as published
 * @returns {string} without the pieces; throws when Lit has changed
 */
export function trimLit(module, code) {
  return (LIT_PIECES[module] ?? []).reduce((text, [what, find, instead, times = 1]) => {
    const parts = text.split(find);
    if (parts.length !== times + 1) {
      throw new Error(
        `${module} has ${parts.length - 1} times "${find}" (${what}) and not ${times}: revise its pieces in scripts/build.`,
      );
    }
    return parts.join(instead);
  }, code);
}

/** @param {string} id of a module, a path @returns {string | undefined} the module of Lit that it is */
export function litModule(id) {
  const path = id.replaceAll('\\', '/');
  return Object.keys(LIT_PIECES).find((module) => path.endsWith(`/node_modules/${module}`));
}

/** An attribute as the trimmed Lit reads it off the name of its property, unless it is told another. */
const attributeOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @param {string} code of an element @returns {string} without the attributes that go without saying */
export function dropAttributes(code) {
  return code.replace(
    /(\w+): \{([^{}]*?),?\s*attribute: ["']([a-z-]+)["'],?\s*\}/g,
    (property, name, options, attribute) =>
      attribute === attributeOf(name) ? `${name}: {${options} }` : property,
  );
}

/** Vite plugin, after TypeScript is gone; the build fails if a module of Lit went by without being trimmed. */
export function trimLitPlugin() {
  const trimmed = new Set();
  return {
    name: 'trim-lit',
    buildStart() {
      trimmed.clear();
    },
    transform: {
      filter: { id: /\/src\/elements\/|\/node_modules\/(?:@lit|lit-element|lit-html)\// },
      handler(code, id) {
        const module = litModule(id);
        if (!module) return { code: dropAttributes(code), map: null };
        trimmed.add(module);
        return { code: trimLit(module, code), map: null };
      },
    },
    buildEnd(error) {
      const missed = Object.keys(LIT_PIECES).filter((module) => !trimmed.has(module));
      if (!error && missed.length > 0) {
        throw new Error(`The bundle has no ${missed.join(', ')}: see scripts/build/trim-lit.mjs.`);
      }
    },
  };
}
