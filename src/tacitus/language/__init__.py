"""From text to sentences, tokens, trees and mentions, with offsets into the document's text."""
