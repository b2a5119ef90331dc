#pragma once

#include <memory>

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

class QCPPainter;

namespace isostain {

/// A figure for print and screen: dark on white, whatever the theme of the window. Immutable; painted in the GUI thread.
class Figure {
public:
    virtual ~Figure() = default;

    virtual QString title() const = 0;
    /// What is to be seen, a sentence.
    virtual QString caption() const = 0;
    /// Logical pixels.
    virtual QSize size() const = 0;
    /// From (0, 0) on, within size().
    virtual void paint(QCPPainter& painter) const = 0;
    /// The numbers behind it, where there are any.
    virtual QByteArray csv() const { return {}; }
    /// The chart alone of a figure that has pictures too; null: it has none.
    virtual std::shared_ptr<const Figure> chart() const { return {}; }
};

using FigurePtr = std::shared_ptr<const Figure>;

enum class FigureFormat { Png, Svg, Pdf, Csv };

/// A file's content; empty where it could not be made, or there are no numbers. PNG at twice the logical size. GUI thread only.
QByteArray figureFile(const Figure& figure, FigureFormat format);
/// On white, at `scale` times its logical size.
QImage figureImage(const Figure& figure, double scale);

}
