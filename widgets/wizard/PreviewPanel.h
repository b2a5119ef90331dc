#pragma once

#include <vector>

#include <QWidget>

#include "wizard/StudyBackend.h"

namespace isostain {

/// What the networks make of some images by now: a row per method, its images side by side, as large as there is room for. GUI
/// thread only.
class PreviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget* parent = nullptr);

    void showGlimpse(const StudyGlimpse& glimpse);
    int rows() const { return int(m_rows.size()); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Row {
        QString name;
        std::vector<QImage> images;
    };

    std::vector<Row> m_rows;
};

}
