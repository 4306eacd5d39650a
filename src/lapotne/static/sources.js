// Wagtail gives a field of rows no element of its own, and then fails to name it.
class Sources extends window.wagtailStreamField.blocks.ListBlockDefinition {
  render(...given) {
    const block = super.render(...given);
    block.element ??= block.container.get(0);
    return block;
  }
}

window.telepath.register("lapotne.Sources", Sources);
