"""What templates see. A view is closed: a template is given its view and nothing else.

All paths are below the site's root (``2016/03/23/slug.html``) and made of ``a-z 0-9 . / - _`` only;
a template writes ``{{ page.root }}{{ card.path }}``, which makes every link relative to its page.
Texts are plain (escaped by the template) unless their name ends in ``html``.
Views are hashed to know whether a page must be rendered again, so they hold values, not objects.
"""
