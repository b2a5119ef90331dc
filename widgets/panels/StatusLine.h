#pragma once

#include <optional>

#include <QColor>
#include <QTimer>
#include <QWidget>

#include "slide/Slide.h"
#include "tiles/Viewport.h"

class QLabel;

namespace isostain {

class ColorSwatch;

/// The line at the bottom of the window: what happens now, and where and how large the view is. In a narrow window whole
/// fields give way, the least important first; nothing is cut. GUI thread only.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// Null: no slide, all fields about it are empty.
    void setSlide(SlidePtr slide);
    void setViewport(const Viewport& viewport);
    /// `source` and `normalized` are the colors under the cursor, where known.
    void setCursor(const cv::Point2d& level0, const std::optional<QColor>& source, const std::optional<QColor>& normalized);
    void clearCursor();

    /// What is under way; empty for nothing.
    void setTask(const QString& text);
    /// What has happened: shown for a while where nothing is under way.
    void showNews(const QString& text);
    /// A lasting remark, e.g. that graphics acceleration is missing.
    void setNote(const QString& text);
    /// How far the colors can be relied on; empty for nothing to say.
    void setTrust(const QString& text);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showTask();
    void arrange();

    SlidePtr m_slide;
    QString m_taskText;
    QString m_news;
    QTimer m_newsTimer;
    QLabel* m_task;
    QLabel* m_note;
    QLabel* m_trust;
    QLabel* m_position;
    ColorSwatch* m_colors;
    QLabel* m_level;
    QLabel* m_magnification;
    QLabel* m_pixelSize;
};

}
