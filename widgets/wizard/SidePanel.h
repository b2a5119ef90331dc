#pragma once

#include <QGroupBox>

#include "study/StudyCheck.h"

class QLabel;

namespace isostain {

class Thumbnails;

/// What a check found of one side of a study's data: counts, sizes, pictures. GUI thread only.
class SidePanel : public QGroupBox {
    Q_OBJECT

public:
    explicit SidePanel(const QString& title, QWidget* parent = nullptr);

    void showSide(const StudySideCheck& side);
    QString text() const;

private:
    Thumbnails* m_thumbnails;
    QLabel* m_facts;
    QLabel* m_unreadable;
};

}
