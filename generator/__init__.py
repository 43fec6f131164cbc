"""The directory of France's contrats locaux de santé: from YAML files to a published site."""
