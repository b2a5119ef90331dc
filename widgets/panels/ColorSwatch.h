#pragma once

#include <optional>

#include <QColor>
#include <QWidget>

namespace isostain {

/// The color under the cursor before and after normalization: two small squares with their red, green and blue values.
class ColorSwatch : public QWidget {
    Q_OBJECT

public:
    explicit ColorSwatch(QWidget* parent = nullptr);

    void setColors(const std::optional<QColor>& source, const std::optional<QColor>& normalized);
    bool isEmpty() const { return !m_source; }
    /// "214, 160, 201 → 220, 150, 190"
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<QColor> m_source;
    std::optional<QColor> m_normalized;
};

}
