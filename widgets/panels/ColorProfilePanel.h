#pragma once

#include <QGroupBox>

class QCheckBox;
class QLabel;
class QPushButton;

namespace isostain {

/// Whether the slide's color profile is used, and which one the screen has. It only tells what the user wants. GUI thread only.
class ColorProfilePanel : public QGroupBox {
    Q_OBJECT

public:
    explicit ColorProfilePanel(QWidget* parent = nullptr);

    /// Does not emit slideProfileWanted().
    void setSlideProfileUsed(bool used);
    /// What there is to say of the slide's profile: its name, that there is none, or what is wrong with it.
    void setSlideProfileText(const QString& text);
    /// The screen's profile; empty: none.
    void setScreenProfileText(const QString& text);

signals:
    void slideProfileWanted(bool wanted);
    void screenProfileRequested();
    void screenProfileDropped();

private:
    QCheckBox* m_slideProfile;
    QLabel* m_slideProfileText;
    QLabel* m_screenProfileText;
    QPushButton* m_dropScreenProfile;
};

}
