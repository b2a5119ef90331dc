#pragma once

#include <QFont>
#include <QImage>
#include <QString>

namespace isostain {

/// Paints what lies over the panes, readable on any tissue (text contrast above 4.5:1 on black and on white). Repeats are
/// answered from memory, with the same QImage::cacheKey.
class Decorations {
public:
    /// Device pixels of the screen per logical pixel, and the view's font. A change forgets all images.
    void setStyle(double devicePixelRatio, const QFont& font);

    /// A small dark pill with light text, at most `maxWidth` device pixels wide (elided); null where that is too little.
    QImage label(const QString& text, int maxWidth);
    /// The curtain's divider with its handle; the line runs through the middle of the image.
    QImage divider(int height);

    /// A cross in a ring with a number beside it; what it marks is under the middle of the image.
    QImage marker(int number);

private:
    struct Entry {
        QString text;
        int size = 0;
        QImage image;
    };
    const QImage* remembered(const QString& text, int size) const;
    QImage remember(const QString& text, int size, QImage image);
    QImage paintLabel(const QString& text, int maxWidth) const;
    QImage paintDivider(int height) const;
    QImage paintMarker(const QString& number) const;

    double m_ratio = 1;
    QFont m_font;
    QList<Entry> m_entries;   ///< newest first, some dozens
};

}
