#pragma once

#include <optional>

#include <QWidget>

namespace isostain {

/// A round length and how long it is on the screen.
struct ScaleLength {
    double length = 0; ///< 1, 2 or 5 times a power of ten, in micrometers or slide pixels
    double screen = 0; ///< logical pixels
};

/// The longest round length that is at most `longest` logical pixels, where a logical pixel covers `perPixel` micrometers or
/// slide pixels; nothing where either is not above 0 or not finite.
std::optional<ScaleLength> roundScaleLength(double perPixel, double longest);

/// "200 µm", "2 mm", "1.5 cm" of micrometers, by the locale.
QString micrometersText(double micrometers, const QLocale& locale);

/// A bar with its length over the picture: in micrometers or millimeters where the slide states its pixel size, else in slide
/// pixels. Hidden while there is nothing to say. The mouse does not see it. GUI thread only.
class ScaleBar : public QWidget {
    Q_OBJECT

public:
    explicit ScaleBar(QWidget* parent = nullptr);

    /// `pixelsPerPixel`: level-0 pixels under a logical pixel. `mpp`: micrometers per level-0 pixel.
    void setScale(double pixelsPerPixel, std::optional<double> mpp);
    QString text() const { return m_text; }
    double barLength() const { return m_length; } ///< logical pixels

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showText();

    std::optional<double> m_mpp;
    double m_units = 0; ///< micrometers or slide pixels
    double m_length = 0;
    QString m_text;
};

}
