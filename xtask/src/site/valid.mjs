// The rules by which `cargo xtask test` judges every page of the release: those of the HTML standard, and
// those of accessibility that can be told from a file.

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Safari takes a list without marks for no list, unless it is told.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["list"] }],
    // The standard allows `>` in text, and programs are full of it.
    "no-raw-characters": "off",
    // Hashes guard against a host other than one's own; nothing comes from one.
    "require-sri": "off",
    // Trunk writes the app's page, and chooses its own quotes and lines.
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
  },
};
