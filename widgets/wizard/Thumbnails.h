#pragma once

#include <vector>

#include <QImage>
#include <QWidget>

#include "image/Image.h"

namespace isostain {

/// A QImage of its own memory.
QImage toQImage(const RgbImage& image);

/// Images side by side, as many rows as they need at the width there is. GUI thread only.
class Thumbnails : public QWidget {
    Q_OBJECT

public:
    /// `side` is that of the largest one, in logical pixels.
    explicit Thumbnails(int side, QWidget* parent = nullptr);

    void setImages(const std::vector<RgbImage>& images);
    int count() const { return int(m_images.size()); }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int columns(int width) const;

    int m_side;
    std::vector<QImage> m_images;
};

}
